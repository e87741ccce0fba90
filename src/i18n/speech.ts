// Reads aloud with a voice that lives on this device, or not at all: other voices send the words to a company.

/** A voice of this language that needs no network, or undefined: then there is no button. */
export const localVoice = (
  voices: readonly SpeechSynthesisVoice[],
  intl: string,
): SpeechSynthesisVoice | undefined => {
  const [wanted = ''] = intl.toLowerCase().split('-');
  return voices.find((voice) => voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === wanted);
};

/** Reads sentences one after another; what was being read stops. `onEnd` comes once, also when it is stopped. */
export const speak = (sentences: readonly string[], voice: SpeechSynthesisVoice, onEnd: () => void): void => {
  const synthesis = window.speechSynthesis;
  synthesis.cancel();
  const spoken = sentences.filter((sentence) => sentence !== '');
  spoken.forEach((sentence, index) => {
    const utterance = new SpeechSynthesisUtterance(sentence);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = 0.9;
    utterance.addEventListener('error', onEnd);
    if (index === spoken.length - 1) utterance.addEventListener('end', onEnd);
    synthesis.speak(utterance);
  });
};

/** Stops reading. */
export const fallSilent = (): void => {
  window.speechSynthesis.cancel();
};
