import { readInstruction } from './readInstruction';

describe('readInstruction', () => {
  it('reads nothing without an instruction', () => {
    expect(readInstruction(new URLSearchParams('ReservationStatus=accepted&To=x'))).toEqual({
      instruction: undefined,
      instructionParameters: undefined,
    });
  });

  it('keeps every parameter of the instruction, repeated ones joined', () => {
    const form =
      'Instruction=conference&WorkerActivitySid=WA1&From=a&StatusCallbackEvent=ringing&StatusCallbackEvent=answered';

    expect(readInstruction(new URLSearchParams(form))).toEqual({
      instruction: 'conference',
      instructionParameters: { From: 'a', StatusCallbackEvent: 'ringing,answered' },
    });
  });
});
