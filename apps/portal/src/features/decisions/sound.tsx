import { useTranslations } from 'next-intl';
import type { Decision } from './types.ts';

/** Whether a decision is what was written, in a mark and words: sheet, signature and the decision before it. */
export function Sound({ decision }: { decision: Pick<Decision, 'sound'> }) {
  const t = useTranslations('decisions.sound');
  const { sound } = decision;
  const whole = sound.hash && sound.signature && sound.chain;
  return (
    <section aria-labelledby="sound">
      <h2 id="sound" className="mb-2">
        {t('title')}
      </h2>
      <p className={whole ? 'font-semibold text-good' : 'font-semibold text-bad'}>
        <span aria-hidden="true">{whole ? '✓ ' : '✕ '}</span>
        {t(whole ? 'whole' : 'broken')}
      </p>
      <ul className="mt-1 text-sm text-ink-2">
        {(['hash', 'signature', 'chain'] as const).map((one) => (
          <li key={one}>
            <span aria-hidden="true">{sound[one] ? '✓ ' : '✕ '}</span>
            {t(`${one}.${sound[one] ? 'yes' : 'no'}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}
