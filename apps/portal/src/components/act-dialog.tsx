'use client';

import { type ReactNode, useState } from 'react';
import { Button } from './ui/button.tsx';
import { Dialog } from './ui/dialog.tsx';

type Props = {
  /** Whom or what the act is about: shown in the dialog, and told to who cannot see the row. */
  about: string;
  action: string;
  title: string;
  danger?: boolean;
  children: (close: () => void) => ReactNode;
};

/** A small button of a row, and the dialog it opens; what stands in it begins anew each time. */
export function ActDialog({ about, action, title, danger = false, children }: Props) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button look={danger ? 'danger' : 'plain'} size="small" onClick={() => setOpen(true)}>
        {action}
        <span className="sr-only">: {about}</span>
      </Button>
      <Dialog open={open} onClose={close} title={title}>
        <p className="mb-4 font-semibold wrap-anywhere">{about}</p>
        {open ? children(close) : null}
      </Dialog>
    </>
  );
}
