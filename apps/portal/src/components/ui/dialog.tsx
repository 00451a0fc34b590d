'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { CloseIcon } from '#components/icons.tsx';

type Props = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
};

/** A native modal dialog: the browser keeps the focus in it, closes it on Escape and gives the focus back. */
export function Dialog({ open, onClose, title, children }: Props) {
  const t = useTranslations('common');
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      // Escape too goes by way of `open`: closed by itself, it could be asked to open again before it has said so.
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onClose={onClose}
      className="m-auto max-h-[calc(100dvh-2*var(--marking-height)-12px)] w-dialog max-w-[calc(100vw-24px)] rounded-lg border border-line-strong bg-raised p-5 text-ink shadow-float"
    >
      {open ? (
        <>
          <div className="mb-3 flex items-start justify-between gap-4">
            <h2 id={titleId} className="text-xl wrap-anywhere">
              {title}
            </h2>
            <button
              type="button"
              onClick={onClose}
              aria-label={t('close')}
              className="grid size-8 flex-none place-items-center rounded-md text-ink-2 hover:bg-wash"
            >
              <CloseIcon />
            </button>
          </div>
          {children}
        </>
      ) : null}
    </dialog>
  );
}
