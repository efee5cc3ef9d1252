import { byId } from './dom.ts';
import type { Language } from './language.ts';

/** Asks before the conversation shown is thrown away. A browser without dialogs of the page's own asks in its own way. */
export function askForNewChat(language: Language, onConfirmed: () => void): void {
  const dialog = byId<HTMLDialogElement>('new-chat-dialog');
  const [cancel, confirm] = Array.from(dialog.querySelectorAll('button'));
  byId('new-chat').addEventListener('click', () => {
    if (typeof dialog.showModal === 'function') dialog.showModal();
    else if (window.confirm(`${language.say('web-new-chat-question')}\n${language.say('web-new-chat-detail')}`))
      onConfirmed();
  });
  cancel!.addEventListener('click', () => dialog.close());
  confirm!.addEventListener('click', () => {
    dialog.close();
    onConfirmed();
  });
  // A press beside the dialog closes it.
  dialog.addEventListener('click', event => {
    if (event.target === dialog) dialog.close();
  });
}
