// Before the first paint: the reader's choice of light or dark, so that nothing flashes.
(() => {
  const choice = localStorage.getItem("standfirst.theme");
  if (choice === "light" || choice === "dark") document.documentElement.dataset.theme = choice;
})();
