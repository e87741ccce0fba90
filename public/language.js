// Says language, direction and theme before the first paint, so that nothing jumps or flashes. It stands in a
// file of its own because the page forbids inline scripts. The registry fills data-from-right at building.
(() => {
  const { fromRight = '', remembered = 'language' } = document.currentScript.dataset;
  let language;
  let theme;
  try {
    language = localStorage.getItem(remembered);
    // The staff's choice; the person's plan follows her phone.
    if (remembered === 'language') theme = localStorage.getItem('theme');
  } catch {
    return; // storage is switched off: German it is
  }
  if (theme) document.documentElement.dataset.theme = theme;
  if (!language) return;
  document.documentElement.lang = language;
  document.documentElement.dir = fromRight.split(' ').includes(language) ? 'rtl' : 'ltr';
})();
