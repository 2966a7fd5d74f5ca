// Runs before everything else: if a later script fails, the page says so instead of staying empty.
window.addEventListener("error", (event) => {
  const box = document.getElementById("failure");
  if (!box) return;
  box.textContent = `The network could not be drawn: ${event.message}`;
  box.hidden = false;
});
