import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { partOf } from '#features/address.ts';
import { Proof, UnknownProof } from '#features/credential/proof.tsx';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations('credential.verify'))('title'),
    robots: { index: false, follow: false },
  };
}

/** The public page of a credential: for anybody who holds its number, and showing only what it must. */
export default async function VerifyPage({ params }: PageProps<'/verify/[publicId]'>) {
  const asked = partOf((await params).publicId).slice(0, 200);
  const api = await serverApi();
  const [t, proof] = await Promise.all([
    getTranslations('credential.verify'),
    api.credentials.verify({ publicId: asked }),
  ]);
  return (
    <>
      <h1 className="mb-5">{t('title')}</h1>
      {proof.state === 'unknown' ? <UnknownProof asked={asked} /> : <Proof proof={proof} />}
    </>
  );
}
