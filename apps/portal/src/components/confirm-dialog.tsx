'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from './ui/button.tsx';
import { Dialog } from './ui/dialog.tsx';

type Props = {
  open: boolean;
  title: ReactNode;
  /** What follows from going on, in a sentence. */
  children: ReactNode;
  /** The verb of what is done: "End appointment". */
  confirm: string;
  danger?: boolean;
  pending?: boolean;
  onConfirm: () => void;
  onClose: () => void;
};

/** Asks once more before something that cannot be taken back; both answers say what they do. */
export function ConfirmDialog({
  open,
  title,
  children,
  confirm,
  danger = false,
  pending = false,
  onConfirm,
  onClose,
}: Props) {
  const t = useTranslations('common');
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <div className="mb-5 text-ink-2">{children}</div>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button look={danger ? 'danger' : 'primary'} disabled={pending} onClick={onConfirm}>
          {confirm}
        </Button>
      </div>
    </Dialog>
  );
}
