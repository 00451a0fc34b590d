import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { Notice } from '#components/notice.tsx';
import { Link } from '#components/ui/link.tsx';
import { isId, type Said } from '#features/address.ts';
import { paths } from '#features/paths.ts';
import { serverApi } from '#trpc/server.ts';

/** The action of a lesson that an address names, with the page to go back to; null where it names none. */
export async function actionFollowed(action: Said) {
  if (action === undefined) return null;
  if (!isId(action)) notFound();
  const follows = await (await serverApi()).lessons.actionBehind({ actionId: action });
  return { ...follows, back: paths.lesson(follows.code, follows.number) };
}

type Props = { follows: Awaited<ReturnType<typeof actionFollowed>>; children: ReactNode };

/** What is made here follows from an action of a lesson, and the way to that; nothing where it does not. */
export function Follows({ follows, children }: Props) {
  if (!follows) return null;
  const { code, number, back } = follows;
  return (
    <Notice
      action={
        <Link href={back} className="text-accent underline">
          {code}-{number}
        </Link>
      }
    >
      {children}
    </Notice>
  );
}
