// Builds the page of every subject as it would be deployed: one html file each, its bundle beside it, small and packed.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { subjects, type SubjectName } from './subjects.ts';

export const buildPages = async (names: readonly SubjectName[], folder: string): Promise<void> => {
  for (const name of names) {
    await build({
      configFile: false,
      logLevel: 'error',
      define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
      build: {
        outDir: folder,
        emptyOutDir: false,
        target: 'es2022',
        modulePreload: false,
        rolldownOptions: {
          input: { [name]: subjects[name].page },
          output: { entryFileNames: '[name].js' },
        },
      },
    });
    const bundle = readFileSync(join(folder, `${name}.js`));
    writeFileSync(join(folder, `${name}.js.br`), brotliCompressSync(bundle));
    writeFileSync(join(folder, `${name}.js.gz`), gzipSync(bundle));
    const head = '<!doctype html><meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,">';
    const script = `<script type="module" src="./${name}.js"></script>`;
    writeFileSync(join(folder, `${name}.html`), `${head}${script}`);
  }
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>bench</title>');
};
