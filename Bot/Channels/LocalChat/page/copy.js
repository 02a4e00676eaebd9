// Words that the bot offers for copying. The contract: a card's Action.Submit (or the Action.Submit fallback of an
// Action.Execute) with data {"coach": "copy", "text": "the words"} copies the words here, in the page; nothing is sent
// to the bot. Channels whose cards cannot reach the clipboard send the submit, and the bot answers with the words alone.

export const wordsToCopy = value =>
  value && typeof value === 'object' && value.coach === 'copy' && typeof value.text === 'string' ? value.text : null;

export async function copy(words) {
  const done = await toClipboard(words);
  const said = document.getElementById('copied');
  said.textContent = '';
  // A live region speaks when its text changes, so the same word twice needs a breath between.
  requestAnimationFrame(() => { said.textContent = done ? 'Copied' : 'Copying did not work here: please select the words.'; });
  clearTimeout(copy.fading);
  copy.fading = setTimeout(() => { said.textContent = ''; }, 4000);
}

async function toClipboard(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return bySelection(words);
  }
}

// For browsers that keep the clipboard from pages without https or without permission.
function bySelection(words) {
  const before = document.activeElement;
  const box = document.createElement('textarea');
  box.value = words;
  box.className = 'offstage';
  document.body.append(box);
  box.select();
  const done = document.execCommand('copy');
  box.remove();
  before?.focus();
  return done;
}
