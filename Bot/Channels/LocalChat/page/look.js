// How Web Chat looks here. Colours are the variables of chat.css, so light and dark follow the system at once.
const ink = 'var(--ink)', soft = 'var(--soft)', accent = 'var(--accent)', surface = 'var(--surface)', edge = 'var(--edge)';

// Three dots for "is writing", in a grey that shows on light and dark, and at rest where motion is not wanted.
const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
const dot = at => `<circle cx="${10 + at * 14}" cy="10" r="4" fill="#7b8a8f">${still ? '' : `<animate attributeName="opacity" values=".3;1;.3" dur="1.2s" begin="${at * .2}s" repeatCount="indefinite"/>`}</circle>`;
const dots = `<svg xmlns="http://www.w3.org/2000/svg" width="48" height="20">${[0, 1, 2].map(dot).join('')}</svg>`;

export const styleOptions = {
  adaptiveCardsParserMaxVersion: '1.3', // lets an Action.Execute fall back to its Action.Submit
  accent, subtle: soft,
  backgroundColor: 'transparent',
  primaryFont: 'var(--font)',
  paddingRegular: 12, paddingWide: 16,
  rootHeight: '100%', rootWidth: '100%',
  hideUploadButton: true, disableFileUpload: true,
  groupTimestamp: 60_000, timestampColor: soft,
  bubbleBackground: surface, bubbleBorderColor: edge, bubbleBorderRadius: 14, bubbleTextColor: ink, bubbleMaxWidth: 640, bubbleMinWidth: 0,
  bubbleFromUserBackground: 'var(--you)', bubbleFromUserBorderColor: 'var(--you)', bubbleFromUserBorderRadius: 14, bubbleFromUserTextColor: ink,
  typingAnimationBackgroundImage: `url('data:image/svg+xml,${encodeURIComponent(dots)}')`, typingAnimationWidth: 48, typingAnimationHeight: 20,
  maxMessageLength: 20_000,
  cardEmphasisBackgroundColor: 'var(--emphasis)', cardPushButtonBackgroundColor: 'var(--emphasis)', cardPushButtonTextColor: accent,
  sendBoxBackground: 'transparent', sendBoxTextColor: ink, sendBoxPlaceholderColor: soft, sendBoxDisabledTextColor: soft,
  sendBoxButtonColor: accent, sendBoxButtonColorOnHover: accent, sendBoxButtonColorOnFocus: accent, sendBoxButtonColorOnActive: accent,
  sendBoxButtonShadeColorOnHover: 'var(--emphasis)', sendBoxButtonShadeColorOnActive: 'var(--emphasis)',
  sendBoxButtonKeyboardFocusIndicatorBorderColor: accent,
  sendBoxTextWrap: true, sendBoxHeight: 52, sendBoxMaxHeight: 200,
  sendBoxBorderTop: 0,
  suggestedActionLayout: 'flow', suggestedActionBorderRadius: 18, suggestedActionBorderWidth: 1, suggestedActionHeight: 36,
  suggestedActionBackgroundColor: surface, suggestedActionTextColor: accent, suggestedActionBorderColor: accent,
  suggestedActionBackgroundColorOnHover: 'var(--emphasis)', suggestedActionBackgroundColorOnFocus: 'var(--emphasis)', suggestedActionBackgroundColorOnActive: 'var(--emphasis)',
  suggestedActionTextColorOnHover: accent, suggestedActionTextColorOnFocus: accent, suggestedActionTextColorOnActive: accent,
  suggestedActionKeyboardFocusIndicatorBorderColor: accent,
  transcriptVisualKeyboardIndicatorColor: accent, transcriptActivityVisualKeyboardIndicatorColor: accent, suggestedActionsVisualKeyboardIndicatorColor: accent,
  transcriptOverlayButtonBackground: accent, transcriptOverlayButtonColor: 'var(--on-accent)',
  transcriptOverlayButtonBackgroundOnHover: accent, transcriptOverlayButtonColorOnHover: 'var(--on-accent)',
  transcriptOverlayButtonBackgroundOnFocus: accent, transcriptOverlayButtonColorOnFocus: 'var(--on-accent)',
};

const words = { default: { default: ink, subtle: soft }, accent: { default: accent, subtle: accent },
  good: { default: 'var(--good)', subtle: 'var(--good)' }, warning: { default: 'var(--warning)', subtle: 'var(--warning)' },
  attention: { default: 'var(--attention)', subtle: 'var(--attention)' }, dark: { default: ink, subtle: soft }, light: { default: ink, subtle: soft } };
const emphasis = { backgroundColor: 'var(--emphasis)', foregroundColors: words };

export const hostConfig = {
  supportsInteractivity: true,
  fontFamily: 'var(--font)',
  fontSizes: { small: 13, default: 15, medium: 17, large: 19, extraLarge: 23 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 18, default: 22, medium: 24, large: 26, extraLarge: 30 },
  spacing: { small: 6, default: 10, medium: 14, large: 20, extraLarge: 28, padding: 16 },
  separator: { lineThickness: 1, lineColor: edge },
  containerStyles: {
    default: { backgroundColor: 'transparent', foregroundColors: words },
    emphasis, accent: emphasis, good: emphasis, attention: emphasis, warning: emphasis,
  },
  actions: { actionAlignment: 'left', actionsOrientation: 'horizontal', buttonSpacing: 8, maxActions: 6, spacing: 'medium', showCard: { actionMode: 'inline', inlineTopMargin: 8 } },
  adaptiveCard: { allowCustomStyle: false },
  factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 150 }, value: { wrap: true }, spacing: 12 },
  inputs: { label: { inputSpacing: 'small', requiredInputs: { weight: 'bolder' }, optionalInputs: { weight: 'bolder' } } },
  textBlock: { headingLevel: 2 },
};
