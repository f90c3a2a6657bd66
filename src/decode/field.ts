/** The field for the log and the line beside it: the part of the page that loads at once and the one that comes later share them. */

export const find = <Found extends HTMLElement>(id: string, kind: new () => Found): Found => {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no #${id}`);
  return found;
};

export const field = find('log', HTMLTextAreaElement);
export const status = find('decode-status', HTMLElement);

/** Characters. A longer paste would freeze the field; it is kept beside it, as a file is. */
export const mostInField = 1_000_000;
