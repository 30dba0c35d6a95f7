// A classic script in the head, so that the chosen colours are there before the first paint.
(function () {
  try {
    const kept = localStorage.getItem("casus.theme");
    if (kept === "light" || kept === "dark") document.documentElement.dataset.theme = kept;
  } catch {
    // without storage the system's colours hold
  }
})();
