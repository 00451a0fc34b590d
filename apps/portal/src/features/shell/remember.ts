import { type Locale, localeCookie } from '#i18n/locales.ts';
import { type Theme, themeCookie } from './theme.ts';

/** Keeps the language on this device, so that the sign-in page speaks it too. No secret, so a plain cookie. */
export function rememberLocale(locale: Locale): void {
  remember(localeCookie, locale);
}

/** Keeps the appearance on this device and puts it on at once. */
export function rememberTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  remember(themeCookie, theme);
}

function remember(name: string, value: string): void {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not yet in every browser we serve
  document.cookie = `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
}
