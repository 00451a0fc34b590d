'use client';

import { type ReactNode, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';

type Props = {
  action: string;
  /** Whom or what it is about, for who does not see the row. */
  about?: string;
  title: string;
  /** Beside buttons of the page's own size. */
  size?: 'normal' | 'small';
  children: (close: () => void) => ReactNode;
};

/** A button and the form it opens; the form is made anew each time. */
export function PlanDialog({ action, about, title, size = 'small', children }: Props) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button size={size} onClick={() => setOpen(true)}>
        {action}
        {about ? <span className="sr-only">: {about}</span> : null}
      </Button>
      <Dialog open={open} onClose={close} title={title}>
        {open ? children(close) : null}
      </Dialog>
    </>
  );
}
