// Builds the page of every subject: one html file each, with its bundle beside it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
        lib: { entry: subjects[name].page, formats: ['es'], fileName: () => `${name}.js` },
      },
    });
    const head = '<!doctype html><meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,">';
    const script = `<script type="module" src="./${name}.js"></script>`;
    writeFileSync(join(folder, `${name}.html`), `${head}${script}`);
  }
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>bench</title>');
};
