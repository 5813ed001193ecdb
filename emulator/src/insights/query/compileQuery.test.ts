import { compileQuery } from './compileQuery';
import { InvalidQuery } from './invalidQuery';

const ROW = {
  status: 'assigned',
  age: 3,
  open: true,
  queue_sids: ['WQ1', 'WQ2'],
  attributes: { full_name: 'Alice "Al" Agent', 'x-ray': 'y' },
};

const matches = (query: string): boolean => compileQuery(query)(ROW);

describe('a live query', () => {
  it.each([
    ['', true],
    ['data.status == "assigned"', true],
    ['status == "assigned"', true],
    ['data.status eq "completed"', false],
    ['data.status EQ "assigned"', true],
    ['data.status != "completed"', true],
    ['data.status not_eq "assigned"', false],
    ['data.status NOT_EQ "completed"', true],
    ['data.status in ["pending", "assigned"]', true],
    ['data.status IN ["pending"]', false],
    ['data.status in []', false],
    ['data.status not_in ["completed","canceled"]', true],
    ['data.status NOT_IN ["assigned"]', false],
    ['data.nothing == "x"', false],
    ['data.nothing != "x"', true],
    ['data.nothing not_in ["x"]', true],
    ['data.attributes.full_name CONTAINS "alice"', true],
    ['data.attributes.full_name contains "bob"', false],
    ['data.attributes.full_name == "Alice \\"Al\\" Agent"', true],
    ['data.attributes.x-ray == "y"', true],
    ['data.attributes.full_name.length == "16"', false],
    ['data.queue_sids IN ["WQ2", "WQ9"]', true],
    ['data.queue_sids not_in ["WQ9"]', true],
    ['data.age == "3"', true],
    ['data.open == "true"', true],
    ['data.status == "assigned" && data.age == "4"', false],
    ['data.status == "assigned" AND data.age == "3"', true],
    ['data.status == "x" || data.age == "3"', true],
    ['data.status == "x" or data.age == "4"', false],
    ['data.age == "3" or data.age == "4" and data.age == "5"', true],
    ['(data.age == "3" or data.age == "4") and data.age == "5"', false],
    ['data.worker_sid != "WK1" && (data.status not_in ["completed"])', true],
  ])('%s is %s', (query, expected) => {
    expect(matches(query)).toBe(expected);
  });

  it.each([
    ['data.status'],
    ['data.status =='],
    ['data.status == assigned'],
    ['data.age == 3'],
    ['data.status = "x"'],
    ['data.status in "x"'],
    ['data.status in ["x"'],
    ['data.status in ["x",]'],
    ['data.status and "x"'],
    ['"x" == data.status'],
    ['(data.status == "x"'],
    ['data.status == "x")'],
    ['data.status == "x" data.age == "3"'],
    ['data.status == "unended'],
    ['data..status == "x"'],
    ['constructor'],
    ['('.repeat(500)],
    [`data.status == "${'x'.repeat(20_000)}"`],
  ])('that is none is refused: %s', (query) => {
    expect(() => compileQuery(query)).toThrow(InvalidQuery);
  });

  it('is refused with the code twilio-sync has for it', () => {
    expect(new InvalidQuery('because')).toMatchObject({ status: 400, code: 54507 });
  });

  it('sees only what is in the row', () => {
    expect(matches('data.constructor.name == "Object"')).toBe(false);
    expect(matches('data.attributes.__proto__ == "x"')).toBe(false);
  });
});
