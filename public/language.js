// Says language and direction before the first paint, so that nothing jumps to the other side. It stands in a
// file of its own because the page forbids inline scripts. The registry fills data-from-right at building.
(() => {
  const { fromRight = '', remembered = 'language' } = document.currentScript.dataset;
  let language;
  try {
    language = localStorage.getItem(remembered);
  } catch {
    return; // storage is switched off: German it is
  }
  if (!language) return;
  document.documentElement.lang = language;
  document.documentElement.dir = fromRight.split(' ').includes(language) ? 'rtl' : 'ltr';
})();
