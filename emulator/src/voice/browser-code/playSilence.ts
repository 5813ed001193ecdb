/** Calls on a page of the local Flex: without audio, without a microphone, and on a line that never fails. */
import { perfectLine } from './perfectLine';
import { replaceMicrophone } from './silentMicrophone';

/** Makes calls silent on this page. */
export function playSilence(): void {
  replaceMicrophone(navigator);
  perfectLine();
}
