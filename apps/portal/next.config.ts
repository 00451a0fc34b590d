import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';
import { sharedWords } from './src/i18n/words/shared.ts';

const withNextIntl = createNextIntlPlugin({
  requestConfig: './src/i18n/request.ts',
  experimental: {
    // Messages are parsed when the portal is built: pages render faster, and browsers get no parser.
    messages: { path: './messages', format: 'json', locales: ['en', 'fr'], precompile: true },
  },
});

const config: NextConfig = {
  agentRules: false,
  // The server in front compresses whole answers (src/server/gather.ts), which costs a fifth of doing it in pieces.
  compress: false,
  devIndicators: false,
  // Every browser gets its <title>, and with it the marking, in the head and not streamed in later.
  htmlLimitedBots: /.*/,
  images: { unoptimized: true },
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  reactStrictMode: true,
  turbopack: {
    rules: {
      '*.words': {
        loaders: [
          {
            loader: 'next-intl/extractor/catalogLoader',
            options: { messages: { format: 'json', precompile: true } },
          },
          { loader: './src/i18n/words/loader.mjs', options: { of: sharedWords } },
        ],
        as: '*.js',
      },
    },
  },
  // Types are checked by `pnpm typecheck`; a build checks them no second time.
  typescript: { ignoreBuildErrors: true },
};

export default withNextIntl(config);
