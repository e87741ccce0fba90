// A thread of `npm run simulate`: it lives through the counties that it is given, one after the other.
import { parentPort } from 'node:worker_threads';
import { node } from './node-ground.ts';
import { runCounty, type Plan } from './simulation.ts';

// What a county throws ends the thread, and the run with it.
parentPort?.on('message', (plan: Plan) => {
  void runCounty(plan, node).then((told) => parentPort?.postMessage(told));
});
