// Only voices that live on the device read: other ones would send a person's plan to a company.
import { expect, test } from 'vitest';
import { localVoice } from './speech.ts';

const voice = (lang: string, localService: boolean): SpeechSynthesisVoice => ({
  lang,
  localService,
  name: lang,
  voiceURI: lang,
  default: false,
});

test('a local voice of the language reads, whatever its country', () => {
  const egypt = voice('ar-EG', true);
  expect(localVoice([voice('de-DE', true), egypt], 'ar')).toBe(egypt);
  const android = voice('de_DE', true);
  expect(localVoice([android], 'de-DE')).toBe(android);
});

test('a voice of the network does not read', () => {
  expect(localVoice([voice('ar-SA', false)], 'ar')).toBeUndefined();
});

test('without a voice of the language nobody reads: an English voice would make noise of Persian', () => {
  expect(localVoice([voice('en-US', true)], 'fa')).toBeUndefined();
});
