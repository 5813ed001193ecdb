import { attributeExpression } from './attributeExpression';

describe('attributeExpression', () => {
  it('quotes the value', () => {
    expect(attributeExpression('transfer_task.attemptId', "it's")).toBe('transfer_task.attemptId == "it\'s"');
  });

  it.each(['', 'a-b', 'a b', '1a', 'a.', 'a == 1 OR b'])('refuses %p as a name', (name) => {
    expect(() => attributeExpression(name, 'x')).toThrow(TypeError);
  });

  it.each(['"', 'x" OR 1==1 OR "x', '\\', 'a\nb', '\0'])(
    'refuses %p as a value: it cannot be quoted',
    (value) => {
      expect(() => attributeExpression('name', value)).toThrow(TypeError);
    },
  );
});
