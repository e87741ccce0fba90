// Two programs from one house: the staff's app at / and the person's plan at /plan/ (`--mode plan`).
import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { VitePWA, type VitePWAOptions } from 'vite-plugin-pwa';
import { z } from 'zod';

const packageSchema = z.object({ version: z.string() });
const registrySchema = z.record(z.string(), z.object({ dir: z.enum(['ltr', 'rtl']) }));
const server = `http://127.0.0.1:${process.env.PORT ?? '8080'}`;

function read(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
}

/** The version a person can read out, and what exactly was built. */
function buildName(): string {
  return `${packageSchema.parse(read('package.json')).version}+${process.env.BUILD_ID ?? 'dev'}`;
}

/** Tells public/language.js which languages run from right to left: the registry knows, and nobody else. */
function writingDirections(): Plugin {
  return {
    name: 'writing-directions',
    transformIndexHtml(html) {
      const languages = Object.entries(registrySchema.parse(read('locales/languages.json')));
      const fromRight = languages.filter(([, { dir }]) => dir === 'rtl').map(([code]) => code);
      return html.replace('data-from-right=""', `data-from-right="${fromRight.join(' ')}"`);
    },
  };
}

/** The plan's page is plan.html in the house and /plan/ in the world, at building and at developing. */
function planAddress(): Plugin {
  return {
    name: 'plan-address',
    configureServer(dev) {
      dev.middlewares.use((request, _response, next) => {
        if (/^\/plan\/?(\?|$)/.test(request.url ?? '')) request.url = '/plan.html';
        next();
      });
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['plan.html'];
        if (page) page.fileName = 'index.html';
      },
    },
  };
}

/** The phone's bundle stays small: what belongs to the staff must not come along by a side door. */
function lightLuggage(): Plugin {
  const tooHeavy = /node_modules\/(dexie|react-hook-form|@hookform|wouter|zod\/v4\/classic)\//;
  return {
    name: 'light-luggage',
    apply: 'build',
    generateBundle(_options, bundle) {
      const carried = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
      const heavy = carried.filter((id) => tooHeavy.test(id));
      if (heavy.length) this.error(`The plan must not carry ${heavy.slice(0, 3).join(', ')}.`);
    },
  };
}

/** Whichever stylesheet arrives first says in which order the layers count: chunks come in an order of their own. */
function layersInOrder(): Plugin {
  return {
    name: 'layers-in-order',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === 'asset' && file.fileName.endsWith('.css'))
          file.source = `@layer reset,tokens,base,components,screens;${file.source.toString()}`;
    },
  };
}

const offline: Partial<VitePWAOptions> = {
  strategies: 'generateSW',
  registerType: 'prompt',
  injectRegister: null,
  filename: 'sw.js',
};
const worker: Partial<NonNullable<VitePWAOptions['workbox']>> = {
  inlineWorkboxRuntime: true,
  cleanupOutdatedCaches: true,
  sourcemap: false,
  maximumFileSizeToCacheInBytes: 4_000_000,
  directoryIndex: 'index.html',
};
const shell = '**/*.{html,js,css,woff2,svg,png,webp,webmanifest}';

/** The staff's tablet holds everything: every screen, text and script, no recorded voices. */
const staffOffline: Partial<VitePWAOptions> = {
  ...offline,
  base: '/',
  scope: '/',
  manifest: {
    id: '/',
    name: 'Geleit',
    short_name: 'Geleit',
    description: 'Fallakten für das Übergangsmanagement, auch ohne Netz',
    lang: 'de',
    dir: 'ltr',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#f7f4ee',
    theme_color: '#f7f4ee',
    icons: [
      { src: '/icons/geleit.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icons/geleit-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/geleit-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/geleit-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  },
  workbox: {
    ...worker,
    cacheId: 'geleit',
    // From the first visit on: without it a newer version would take the place of the first at once, under an open page.
    clientsClaim: true,
    globPatterns: [shell],
    globIgnores: ['plan/**', 'audio/**', 'plan.webmanifest', 'icons/plan*'],
    navigateFallback: '/index.html',
    navigateFallbackDenylist: [/^\/plan(\/|\?|$)/, /^\/api(\/|$)/, /^\/plan-api(\/|$)/, /^\/health/],
  },
};

/** The phone holds the shell, the Latin letters and her texts; another script or a voice stays once it was used. */
const planOffline: Partial<VitePWAOptions> = {
  ...offline,
  base: '/plan/',
  scope: '/plan/',
  manifest: false,
  workbox: {
    ...worker,
    cacheId: 'plan',
    clientsClaim: true,
    globPatterns: ['**/*.{html,js,css,svg,png,webp,webmanifest}', 'assets/*-latin*.woff2'],
    globIgnores: ['audio/**', 'icons/geleit*'],
    navigateFallback: '/plan/index.html',
    runtimeCaching: [
      {
        urlPattern: /\/plan\/assets\/[^?]+\.woff2$/,
        handler: 'CacheFirst',
        options: { cacheName: 'plan-letters', cacheableResponse: { statuses: [200] } },
      },
      {
        urlPattern: /\/plan\/audio\/[^?]+$/,
        handler: 'CacheFirst',
        options: { cacheName: 'plan-voices', rangeRequests: true, cacheableResponse: { statuses: [200] } },
      },
    ],
  },
};

/** Texts keep their language and subject in the file name, so that each program can choose what it holds. */
function nameOfChunk({ facadeModuleId }: { facadeModuleId: string | null }): string {
  const text = /\/locales\/([^/]+)\/([^/]+)\.json/.exec(facadeModuleId ?? '');
  return text ? `assets/texts/${text[1] ?? ''}-${text[2] ?? ''}-[hash].js` : 'assets/[name]-[hash].js';
}

export default defineConfig(({ mode }): UserConfig => {
  const plan = mode === 'plan';
  return {
    base: plan ? '/plan/' : '/',
    plugins: [
      react(),
      writingDirections(),
      planAddress(),
      layersInOrder(),
      ...(plan ? [lightLuggage()] : []),
      VitePWA(plan ? planOffline : staffOffline),
    ],
    define: { 'import.meta.env.VITE_BUILD': JSON.stringify(buildName()) },
    server: { strictPort: true, proxy: { '/api': server, '/plan-api': server, '/health': server } },
    build: {
      outDir: plan ? 'dist/plan' : 'dist',
      emptyOutDir: true,
      target: 'es2022',
      // what the look is built on: light-dark(), nesting and logical sides stay as they are written
      cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
      sourcemap: false,
      manifest: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000, // scripts/sizes.mjs weighs what counts: what is fetched before a page shows
      rolldownOptions: {
        input: plan ? 'plan.html' : 'index.html',
        output: { chunkFileNames: nameOfChunk },
      },
    },
  };
});
