import { getTranslations } from 'next-intl/server';
import { Notice } from '#components/notice.tsx';
import { ProviderButton } from './provider-button.tsx';
import { refusalWords } from './refusal-words.ts';

type Props = { provider: string | null; callbackUrl: string; words: 'signIn' | 'open' };

/** The way in by the identity provider, where one is set up. */
export async function ProviderWay({ provider, callbackUrl, words }: Props) {
  if (!provider) return null;
  const t = await getTranslations('signIn.provider');
  return (
    <div>
      <ProviderButton provider={provider} callbackUrl={callbackUrl} words={words} />
      <p className="mt-2 text-sm text-ink-2">{t('help')}</p>
    </div>
  );
}

/** Why the way by the provider did not work, where the address says so. */
export async function ProviderRefusal({ error }: { error: string | string[] | undefined }) {
  const words = await refusalWords(error);
  if (!words) return null;
  return (
    <div role="alert">
      <Notice kind="bad">{words}</Notice>
    </div>
  );
}
