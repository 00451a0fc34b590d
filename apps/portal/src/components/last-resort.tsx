import lastResort from '#components/last-resort.json';

const { en, fr } = lastResort;

/** The failure page that depends on nothing: no provider, no session, no script. */
export function LastResort() {
  return (
    <main className="mx-auto min-h-dvh max-w-form px-4 py-24">
      <title>{en.title}</title>
      <h1 className="mb-2">{en.title}</h1>
      <p className="mb-6 text-ink-2">{en.body}</p>
      <div lang="fr" className="border-t border-line pt-6">
        <h2 className="mb-2">{fr.title}</h2>
        <p className="mb-6 text-ink-2">{fr.body}</p>
      </div>
      <a href="/" className="font-semibold text-accent hover:underline">
        {en.home} · {fr.home}
      </a>
    </main>
  );
}
