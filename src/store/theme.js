// The theme somebody chose, before anything is painted. Without storage it is the system's.
try {
  const theme = /^theme=(light|dark)$/m.exec(localStorage.getItem("plumbline/settings"));
  if (theme) document.documentElement.dataset.theme = theme[1];
} catch {
  // Storage is denied: the app says so when it matters.
}
