import { Link } from '#components/ui/link.tsx';

type Props = { label: string; links: readonly { href: string; label: string; current: boolean }[] };

/** Which of a list are shown, as links in a line above it. */
export function StateLinks({ label, links }: Props) {
  return (
    <nav aria-label={label} className="no-print mb-3">
      <ul className="flex flex-wrap gap-x-4 text-sm">
        {links.map((link) => (
          <li key={link.href}>
            <Link
              href={link.href}
              aria-current={link.current ? 'page' : undefined}
              className="block py-1 text-ink-2 underline-offset-4 hover:text-ink hover:underline aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {link.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
