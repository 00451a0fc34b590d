/** What waits for a person to prove again who they are: `true` when they did, `false` when they closed the dialog. */
type Ask = () => Promise<boolean>;

let ask: Ask | undefined;

/** The dialog on the page says that it can ask. */
export function offerStepUp(answer: Ask): () => void {
  ask = answer;
  return () => {
    if (ask === answer) ask = undefined;
  };
}

/** Asks the person, if there is a dialog on this page. */
export function requestStepUp(): Promise<boolean> {
  return ask ? ask() : Promise.resolve(false);
}
