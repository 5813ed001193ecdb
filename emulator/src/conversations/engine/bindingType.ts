/** The kind of channel an address belongs to, by its prefix (doc "Conversation Participant", MessagingBinding). */
export function bindingType(address: string | null): string {
  if (address === null) return 'sms';
  const [prefix, rest] = address.split(':', 2);
  if (rest !== undefined && prefix !== undefined) return prefix;
  return address.includes('@') ? 'email' : 'sms';
}
