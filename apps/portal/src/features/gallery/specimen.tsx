import type { ReactNode } from 'react';

/** One component of the gallery under its name. */
export function Specimen({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mb-10">
      <h2 className="mb-3 border-b border-line pb-1">{title}</h2>
      {children}
    </section>
  );
}
