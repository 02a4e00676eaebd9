// The chat as plain text and plain HTML, where Web Chat is missing: same Direct Line surface, same conversation.
import { card, el, words } from './card.js';
import { copy, wordsToCopy } from './copy.js';

export function showPlain(place, user, opened, line, heard) {
  const conversation = `${line}/conversations/${opened.conversationId}`;
  const shown = new Map();
  let watermark = '';
  let quiet;

  const log = el('div', { className: 'log', tabIndex: 0 });
  log.setAttribute('role', 'log');
  log.setAttribute('aria-label', 'What was said');
  const state = el('p', { className: 'state' });
  state.setAttribute('role', 'status');
  const ideas = el('div', { className: 'actions ideas' });
  const box = el('textarea', { rows: 1, placeholder: 'Type your message', enterKeyHint: 'send', maxLength: 20_000 });
  box.setAttribute('aria-label', 'Type your message');
  const form = el('form', { className: 'say' }, box, el('button', { type: 'submit' }, 'Send'));
  place.classList.add('plain');
  place.replaceChildren(log, state, ideas, form);

  async function post(activity) {
    try {
      const answer = await fetch(`${conversation}/activities`, {
        method: 'POST', headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ from: user, locale: 'en-US', localTimezone: Intl.DateTimeFormat().resolvedOptions().timeZone, ...activity }),
      });
      if (!answer.ok) throw new Error(String(answer.status));
      return true;
    } catch {
      state.textContent = 'That was not sent. Is the program running? Please try again.';
      return false;
    }
  }

  const submit = value => {
    const text = wordsToCopy(value);
    if (text) copy(text);
    else post({ type: 'message', value, channelData: { postBack: true } });
  };

  async function say(text) {
    if (text.trim() && await post({ type: 'message', text, textFormat: 'plain' }) && box.value === text) box.value = '';
    box.focus();
  }

  // The buttons of a message, as Bot Framework has them (suggested actions, hero cards).
  const press = action => action.type === 'openUrl' ? open(action.value, '_blank', 'noreferrer')
    : action.type === 'imBack' || typeof action.value === 'string' ? say(String(action.value ?? action.title)) : submit(action.value);
  const pressable = actions => (actions ?? []).map(action => el('button', { type: 'button', onclick: () => press(action) }, action.title ?? action.value));

  const attachment = it => it.contentType === 'application/vnd.microsoft.card.adaptive'
    ? card(it.content, submit)
    : it.content && el('div', { className: 'card' }, it.content.title && el('h2', {}, it.content.title), words(it.content.text ?? ''),
      el('div', { className: 'actions' }, pressable(it.content.buttons)));

  function show(activity) {
    const mine = activity.from?.id === user.id;
    if (activity.type === 'typing') {
      state.textContent = 'CoachBot is writing…';
      clearTimeout(quiet);
      quiet = setTimeout(() => { state.textContent = ''; }, 5000);
      return;
    }
    const before = shown.get(activity.id);
    if (activity.type !== 'message' || activity.channelData?.postBack) {
      before?.remove();
      return;
    }
    const item = el('article', { className: mine ? 'mine' : 'theirs' },
      el('span', { className: 'offstage' }, mine ? 'You said: ' : 'CoachBot said: '),
      activity.text ? words(activity.text) : null, (activity.attachments ?? []).map(attachment));
    shown.set(activity.id, item);
    heard();
    if (before) {
      before.replaceWith(item);
      return;
    }
    log.append(item);
    if (!mine) state.textContent = '';
    ideas.replaceChildren(...mine ? [] : pressable(activity.suggestedActions?.actions));
    log.scrollTop = item.offsetTop - log.offsetTop - 12;
  }

  function listen(streamUrl) {
    const socket = new WebSocket(streamUrl);
    socket.onmessage = ({ data }) => {
      const news = JSON.parse(data);
      news.activities.forEach(show);
      watermark = news.watermark ?? watermark;
    };
    socket.onclose = () => setTimeout(again, 2000);
  }

  async function again() {
    try {
      const answer = await fetch(`${conversation}?watermark=${watermark}`);
      listen((await answer.json()).streamUrl);
    } catch {
      setTimeout(again, 3000);
    }
  }

  form.addEventListener('submit', event => {
    event.preventDefault();
    say(box.value);
  });
  box.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    say(box.value);
  });
  listen(opened.streamUrl);
  box.focus();
}
