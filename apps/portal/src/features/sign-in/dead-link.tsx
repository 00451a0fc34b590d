import { LinkButton } from '#components/ui/link-button.tsx';

type Props = { title: string; body: string; href: string; action: string };

/** Where a link leads that was used or has run out: what to do now. */
export function DeadLink({ title, body, href, action }: Props) {
  return (
    <>
      <h1 className="mb-2">{title}</h1>
      <p className="mb-6 text-ink-2">{body}</p>
      <LinkButton href={href} look="primary">
        {action}
      </LinkButton>
    </>
  );
}
