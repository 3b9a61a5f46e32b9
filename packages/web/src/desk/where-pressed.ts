/** Whether a key was pressed where it writes. */
export const isInField = ({ target }: Event): boolean =>
  target instanceof Element &&
  target.closest('input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]') !== null

/** Whether a key was pressed on something that takes Enter and the space bar itself. */
export const isOnControl = ({ target }: Event): boolean =>
  target instanceof Element && target.closest('a, button, summary') !== null
