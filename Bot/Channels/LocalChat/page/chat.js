// Starts the page: who is here, which conversation, and Web Chat to show it, or plain text where Web Chat is missing.
import { copy, wordsToCopy } from './copy.js';
import { hostConfig, styleOptions } from './look.js';

const line = `${location.origin}/v3/directline`;
const nonce = document.querySelector('script[data-nonce]').dataset.nonce;

const person = () => {
  const id = localStorage.getItem('coachbot.person') ?? `rep-${[...crypto.getRandomValues(new Uint8Array(8))].map(b => b.toString(16).padStart(2, '0')).join('')}`;
  localStorage.setItem('coachbot.person', id);
  return { id, name: 'You' };
};

// The conversation of the last visit is opened again: the bot remembers it, even if the program was started anew.
async function conversation(user) {
  const known = localStorage.getItem('coachbot.conversation');
  if (known) {
    const [opened, said] = await Promise.all([
      fetch(`${line}/conversations/${known}`),
      fetch(`${line}/conversations/${known}/activities`),
    ]);
    if (opened.ok && said.ok) {
      if ((await said.json()).activities.length === 0)
        notice('Earlier messages are not shown any more, but the coach remembers where you were. Write anything to go on.');
      return opened.json();
    }
  }
  const started = await fetch(`${line}/conversations`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ user }),
  });
  if (!started.ok) throw new Error(`starting a conversation: ${started.status}`);
  const opened = await started.json();
  localStorage.setItem('coachbot.conversation', opened.conversationId);
  // The coach welcomes a person once; in a later chat the page breaks the silence.
  setTimeout(() => { if (silent) notice('Write "debrief" to begin, or "help" to see what else there is.'); }, 1500);
  return opened;
}

let silent = true;

function notice(words) {
  const place = document.getElementById('notice');
  place.textContent = words;
  place.hidden = !words;
}

function heard() {
  silent = false;
  notice('');
}

const webChat = () => new Promise(arrived => {
  const script = document.createElement('script');
  script.src = '/chat/webchat.js';
  script.onload = () => arrived(window.WebChat);
  script.onerror = () => arrived(null);
  document.head.append(script);
});

const listens = () => next => action => {
  if (action.type === 'DIRECT_LINE/INCOMING_ACTIVITY' && action.payload.activity.type === 'message') heard();
  return next(action);
};

// What the page answers itself never reaches the bot.
const copies = () => next => action => {
  const words = action.type === 'DIRECT_LINE/POST_ACTIVITY' && wordsToCopy(action.payload.activity.value);
  if (!words) return next(action);
  copy(words);
};

function showWebChat(kit, place, user, opened) {
  kit.renderWebChat({
    directLine: kit.createDirectLine({ domain: line, token: opened.token, conversationId: opened.conversationId }),
    store: kit.createStore({}, copies, listens),
    userID: user.id,
    username: user.name,
    locale: 'en-US',
    nonce,
    styleOptions,
    adaptiveCardsHostConfig: hostConfig,
  }, place);
  document.body.dataset.shows = 'webchat';
}

document.getElementById('new-chat').addEventListener('click', () => {
  localStorage.removeItem('coachbot.conversation');
  location.reload();
});

try {
  const user = person();
  const [kit, opened] = await Promise.all([webChat(), conversation(user)]);
  const place = document.getElementById('chat');
  if (kit) {
    showWebChat(kit, place, user, opened);
  } else {
    (await import('./plain.js')).showPlain(place, user, opened, line, heard);
    document.body.dataset.shows = 'plain';
  }
} catch {
  notice('The coach cannot be reached. Is the program running? Reload this page once it is.');
}
