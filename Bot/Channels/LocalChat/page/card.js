// Adaptive Cards as plain HTML, for the page without Web Chat: words, facts, inputs and buttons, in the card's order.

export const el = (name, props = {}, ...inside) => {
  const made = Object.assign(document.createElement(name), props);
  made.append(...inside.flat().filter(part => part != null));
  return made;
};

// **bold** and paragraphs are all the markup that the coach's words need here.
export const words = (text, className = '') => String(text ?? '').split(/\n{2,}/).map(part => el('p', { className },
  part.split(/\*\*(.+?)\*\*/).map((piece, i) => i % 2 ? el('strong', {}, piece) : piece)));

const many = (parts, draw) => (parts ?? []).flatMap(draw);

const elements = {
  TextBlock: it => it.style === 'heading' ? el('h2', {}, it.text) : words(it.text, it.weight?.toLowerCase() === 'bolder' ? 'strong' : it.isSubtle ? 'soft' : ''),
  RichTextBlock: it => el('p', {}, many(it.inlines, run => el(run.weight?.toLowerCase() === 'bolder' ? 'strong' : run.italic ? 'em' : 'span', {}, run.text ?? run))),
  FactSet: it => el('dl', {}, many(it.facts, fact => [el('dt', {}, fact.title), el('dd', {}, fact.value)])),
  Container: (it, act) => el('div', { className: it.style ? 'emphasis' : '' }, many(it.items, draw(act))),
  ColumnSet: (it, act) => many(it.columns, column => many(column.items, draw(act))),
  ActionSet: (it, act) => buttons(it.actions, act),
  'Input.Text': it => field(it, it.isMultiline ? el('textarea', { rows: 3 }) : el('input', { type: 'text' })),
  'Input.Number': it => field(it, el('input', { type: 'number' })),
  'Input.Date': it => field(it, el('input', { type: 'text' })),
  'Input.Toggle': it => choice(it, 'checkbox', { title: it.title, value: it.valueOn ?? 'true' }, it.value),
  'Input.ChoiceSet': it => it.style === 'expanded' || it.isMultiSelect ? choices(it) : field(it, el('select', {},
    el('option', { value: '' }, it.placeholder ?? ''), many(it.choices, one => el('option', { value: one.value }, one.title)))),
};

const draw = act => it => {
  const drawn = elements[it.type] ?? (it.fallback?.type ? () => draw(act)(it.fallback) : () => it.text && words(it.text));
  const made = [drawn(it, act)].flat().filter(part => part != null && part !== '');
  if (it.isVisible === false) made.forEach(part => { part.hidden = true; });
  if (it.id) made.forEach(part => { part.dataset.part = it.id; });
  return made;
};

function field(it, control) {
  Object.assign(control, { name: it.id, value: it.value ?? '', required: it.isRequired === true });
  if (it.placeholder && 'placeholder' in control) control.placeholder = it.placeholder;
  if (it.maxLength) control.maxLength = it.maxLength;
  if (!it.label) control.setAttribute('aria-label', it.placeholder ?? it.id);
  return el('label', { className: 'field' }, it.label, control);
}

function choice(it, type, one, chosen) {
  const checked = String(chosen ?? '').split(',').includes(one.value);
  return el('label', { className: 'choice' }, el('input', { type, name: it.id, value: one.value, checked, required: it.isRequired === true && type === 'radio' }), ' ', one.title);
}

const choices = it => el('fieldset', {}, el('legend', {}, it.label ?? it.placeholder ?? ''),
  many(it.choices, one => choice(it, it.isMultiSelect ? 'checkbox' : 'radio', one, it.value)));

const buttons = (actions, act) => actions?.length ? el('div', { className: 'actions' }, actions.map(action =>
  action.type === 'Action.OpenUrl'
    ? el('a', { href: action.url, rel: 'noreferrer', target: '_blank' }, action.title)
    : el('button', { type: 'button', className: action.style === 'positive' ? 'first' : '', onclick: event => act(action, event.target.closest('form')) }, action.title))) : null;

/** What a press of the button sends: its data and, unless it says otherwise, the inputs of its card. */
export function submitted(action, form) {
  const sent = action.type === 'Action.Execute' && action.fallback?.type === 'Action.Submit' ? action.fallback : action;
  if (sent.associatedInputs === 'none') return sent.data ?? {};
  if (!form.reportValidity()) return null;
  const inputs = {};
  for (const [name, value] of new FormData(form))
    if (value !== '') inputs[name] = name in inputs ? `${inputs[name]},${value}` : value;
  return typeof sent.data === 'string' ? sent.data : { ...sent.data, ...inputs };
}

export function card(content, send) {
  const act = (action, form) => {
    if (action.type === 'Action.ToggleVisibility') {
      for (const target of action.targetElements ?? [])
        form.querySelectorAll(`[data-part="${CSS.escape(target.elementId ?? target)}"]`).forEach(part => { part.hidden = !(target.isVisible ?? part.hidden); });
      return;
    }
    const value = submitted(action, form);
    if (value !== null) send(value);
  };
  return el('form', { className: 'card', onsubmit: event => event.preventDefault() },
    many(content.body, draw(act)), buttons(content.actions, act));
}
