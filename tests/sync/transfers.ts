// How tablets of a simulated county transfer: the real rounds, stopped at the network, step by step.
import type { Receipt } from '#domain/receipt.ts';
import type { SyncRequest } from '#protocol/sync.ts';
import { runRound } from '#sync/round.ts';
import { checkAnswer, checkPurged, checkRefusals, noteOwed } from './answers.ts';
import type { County } from './county.ts';
import { FIRST } from './first-program.ts';
import { doubleOf, noConnection, postLetter, takeLetter, type Letter } from './post.ts';
import { checkOwn, atRisk } from './risks.ts';
import type { Answer } from './server.ts';
import type { Tab, Tablet } from './tablet.ts';

/** How many statements the server needs for a small request. */
const STATEMENTS = 30;

/** A request in the words of the program that the tablet has. */
const inItsWords = ({ isOld }: Tablet, request: SyncRequest): SyncRequest =>
  isOld ? { ...request, protocol: FIRST } : request;

/** The store of a tab, of which a round takes as much at once as the county's requests carry. */
const inBatches = ({ batch }: County, { store }: Tab): Tab['store'] => ({
  ...store,
  takeOutgoing: (most, largest) => store.takeOutgoing(Math.min(most, batch), largest),
});

/** A tab begins to transfer: its request lies in the network when this resolves, or the round is over already. */
export const beginTransfer = async (county: County, tab: Tab): Promise<void> => {
  const { chance, post, server } = county;
  const { tablet } = tab;
  const transfer = { pause: Promise.withResolvers<undefined>() };
  tab.transfer = transfer;
  tablet.transfers += 1;
  county.tell(tablet.name, 'begins to transfer', tablet.transfers);
  const end = (): void => {
    if (tab.transfer === transfer) tab.transfer = undefined;
    transfer.pause.resolve(undefined);
  };
  const isOffline = chance.happens(county.season.loss);
  const round = runRound({
    store: inBatches(county, tab),
    send: (request) =>
      new Promise((answer) => {
        // A tab that died in the middle of its round sends nothing more.
        if (!tablet.tabs.includes(tab)) return;
        county.oracle.left(
          tablet.name,
          request.changes.flatMap(({ set }) => Object.values(set)),
        );
        county.tell(
          tablet.name,
          'sends',
          ...request.changes.map(({ number }) => number),
          'as',
          request.device,
        );
        const spoken = inItsWords(tablet, request);
        const owed = new Map(tab.owed);
        postLetter(post, { user: tablet.user, request: spoken, tab, owed, answer, response: undefined });
        transfer.pause.resolve(undefined);
      }),
    register: async (request) => (isOffline ? noConnection : server.register(tablet.user, request)),
    deviceName: tablet.name,
    now: () => new Date(county.now() + tablet.skew),
    newId: county.newId,
  });
  // What a full disk or a dead tablet throws ends the round, as it does in the app.
  round.then(end, end);
  await atRisk(county, tablet, () => transfer.pause.promise);
};

const numberOfContribution = ({ number, result }: Receipt): readonly number[] =>
  result === 'contribution' ? [number] : [];

const servedTo = async (county: County, letter: Letter): Promise<Answer> => {
  await checkPurged(county, letter);
  const answer = await county.server.serve(letter.user, letter.request);
  const person = county.people.find(({ user }) => user === letter.user);
  if (person !== undefined) checkAnswer(county, person, answer);
  checkRefusals(county, letter, answer);
  const kept = new Set(answer.ok ? answer.value.receipts.flatMap(numberOfContribution) : []);
  county.oracle.handed(
    letter.request.changes.filter(({ number }) => kept.has(number)).flatMap(({ set }) => Object.values(set)),
  );
  return answer;
};

/** Gives a tab its answer, and waits until it has dealt with it. */
const hand = async (county: County, letter: Letter, answer: Answer): Promise<void> => {
  const { tab } = letter;
  if (tab === undefined) return;
  letter.tab = undefined;
  const { tablet, transfer } = tab;
  if (transfer === undefined || !tablet.tabs.includes(tab)) return;
  transfer.pause = Promise.withResolvers();
  noteOwed(tab, answer);
  await atRisk(county, tablet, async () => {
    letter.answer(answer);
    await transfer.pause.promise;
    // The next request may be under way while the answer before it is still being taken in.
    await caughtUp(tab);
  });
  if (tablet.tabs.length > 0) await checkOwn(county, tablet, 1);
};

/** A letter comes to the server, or is lost, doubled, or meets a machine that dies. */
export const letterArrives = async (county: County): Promise<boolean> => {
  const { chance, post, counts, server } = county;
  const letter = takeLetter(post.up, chance.under(post.up.length));
  if (letter === undefined) return false;
  const name = letter.tab?.tablet.name ?? letter.user;
  if (chance.happens(county.season.loss)) {
    counts.faults += 1;
    county.tell('a letter of', name, 'is lost');
    await hand(county, letter, noConnection);
  } else if (chance.happens(0.004)) {
    county.tell('the server dies over a letter of', name);
    counts.crashes += 1;
    await server.dieServing(letter.user, letter.request, chance.under(STATEMENTS));
    await hand(county, letter, noConnection);
  } else {
    if (chance.happens(0.09)) {
      counts.faults += 1;
      postLetter(post, doubleOf(letter));
    }
    const response = await servedTo(county, letter);
    const told = response.ok
      ? [
          ...response.value.receipts.map((receipt) => `${receipt.number} ${receipt.result}`),
          ...response.value.records.map(({ id }) => `whole ${id}`),
          ...response.value.deltas.map(({ id, paths }) => `${id} ${Object.keys(paths).join(' ')}`),
          ...response.value.gone.map(({ caseId, reason }) => `${caseId} ${reason}`),
          response.value.cursor,
        ]
      : [response.error.type];
    county.tell('the server answers', name, ...told);
    if (letter.tab === undefined) return true;
    letter.response = response;
    post.down.push(letter);
  }
  return true;
};

/** An answer comes to its tablet, or is lost. */
export const answerArrives = async (county: County): Promise<boolean> => {
  const { chance, post, counts } = county;
  const letter = takeLetter(post.down, chance.under(post.down.length));
  if (letter?.response === undefined) return false;
  const isLost = chance.happens(county.season.loss);
  if (isLost) counts.faults += 1;
  county.tell('the answer for', letter.tab?.tablet.name ?? '', isLost ? 'is lost' : 'arrives');
  await hand(county, letter, isLost ? noConnection : letter.response);
  return true;
};

/** A tab loses patience; its letter travels on and arrives some time. */
export const losePatience = async (county: County): Promise<boolean> => {
  const letter = county.chance.pick(county.post.up);
  if (letter?.tab === undefined) return false;
  county.counts.faults += 1;
  county.tell(letter.tab.tablet.name, 'waits no longer');
  await hand(county, letter, noConnection);
  return true;
};

/** A round over a good network, from the first request to the end. */
export const calmTransfer = async (county: County, tab: Tab): Promise<string | undefined> => {
  const { tablet } = tab;
  tablet.transfers += 1;
  const result = await runRound({
    store: tab.store,
    send: async (request) => {
      county.oracle.left(
        tablet.name,
        request.changes.flatMap(({ set }) => Object.values(set)),
      );
      const { owed } = tab;
      const ends = { answer: () => undefined, response: undefined };
      return servedTo(county, { user: tablet.user, request, tab, owed, ...ends });
    },
    register: (request) => county.server.register(tablet.user, request),
    deviceName: tablet.name,
    now: () => new Date(county.now() + tablet.skew),
    newId: county.newId,
  });
  if (!result.ok) return result.error.type;
  // A round that ends well has sent everything (S7), unless another tab saved something that this one had not heard of.
  const isLeft = tablet.tabs.length === 1 && tab.store.transfer().waiting.length > 0;
  return isLeft ? 'changes were left behind' : undefined;
};

/** What another tab told is heard. */
export const hearTidings = async (tab: Tab): Promise<boolean> => {
  const { tablet } = tab;
  const told = tablet.tidings.shift();
  if (told === undefined) return false;
  told.to.dispatchEvent(new MessageEvent('message', { data: told.data }));
  for (const other of tablet.tabs) await caughtUp(other);
  return true;
};

/** Waits until a tab has done what it was doing: its store takes one thing after the other. */
export const caughtUp = async (tab: Tab): Promise<void> => {
  await tab.store.open('case-none-0');
  tab.store.close('case-none-0');
};

/** Nothing is under way any more: what still travels arrives once more, and every tab is told there is no connection. */
export const emptyPost = async (county: County): Promise<void> => {
  const { post } = county;
  for (const letter of [...post.down.splice(0), ...post.up]) await hand(county, letter, noConnection);
  for (const letter of post.up.splice(0)) await county.server.serve(letter.user, letter.request);
  for (const tab of county.tablets.flatMap(({ tabs }) => tabs)) tab.transfer = undefined;
};
