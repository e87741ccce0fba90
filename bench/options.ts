// What the command line asks of the benchmark: subjects, works, shapes, how often.
import { parseArgs } from 'node:util';
import type { Shape } from './records.ts';
import { isSubject, subjectNames, subjects, type SubjectName } from './subjects.ts';
import { isWork, largeWorks, works, type Work } from './works.ts';

export type Options = {
  readonly subjects: readonly SubjectName[];
  readonly works: ReadonlySet<Work>;
  readonly shapes: readonly Shape[];
  readonly runs: number;
  readonly port: number;
};

const listOf = <T extends string>(text: string, known: (name: string) => name is T): readonly T[] =>
  text.split(',').map((name) => {
    if (!known(name)) throw new Error(`Nothing here is called ${name}.`);
    return name;
  });

const isShape = (text: string): text is Shape => text === 'cases' || text === 'persons';

/** Reads `--subjects a,b --works a,b --shape cases --runs 3 --peers --large --port 5400`. */
export const readOptions = (args: readonly string[]): Options => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      subjects: { type: 'string' },
      works: { type: 'string' },
      shape: { type: 'string' },
      runs: { type: 'string', default: '3' },
      peers: { type: 'boolean', default: false },
      large: { type: 'boolean', default: false },
      port: { type: 'string', default: '5400' },
    },
  });
  const usual = subjectNames.filter((name) => values.peers || !subjects[name].isPeer);
  const small = works.filter((work) => values.large || !largeWorks.includes(work));
  return {
    subjects: values.subjects === undefined ? usual : listOf(values.subjects, isSubject),
    works: new Set(values.works === undefined ? small : listOf(values.works, isWork)),
    shapes: values.shape === undefined ? ['cases', 'persons'] : listOf(values.shape, isShape),
    runs: Number(values.runs),
    port: Number(values.port),
  };
};
