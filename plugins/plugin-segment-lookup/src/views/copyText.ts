/** Puts text on the clipboard; rejects where the browser has none or does not allow it, e.g. when Flex is in a frame. */
export const copyText = async (text: string): Promise<void> => {
  await navigator.clipboard.writeText(text);
};
