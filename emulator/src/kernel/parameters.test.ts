import { readParameters } from './parameters';

const form = (text: string) => readParameters(new URLSearchParams(text), 'post body');

describe('readParameters', () => {
  it('reads each type as Twilio writes it', () => {
    const parameters = form(
      'Text=a+b&Number=-12&Flag=True&Choice=FIFO&Date=2024-05-01T10:00:00Z&Available=yes&List=a,b&List=c&Url=',
    );

    expect(parameters.text('Text')).toBe('a b');
    expect(parameters.integer('Number')).toBe(-12);
    expect(parameters.flag('Flag')).toBe(true);
    expect(parameters.choice('Choice', ['FIFO', 'LIFO'])).toBe('FIFO');
    expect(parameters.instant('Date')).toBe(Date.UTC(2024, 4, 1, 10));
    expect(parameters.availability('Available')).toBe(true);
    expect(parameters.list('List')).toEqual(['a', 'b', 'c']);
    expect(parameters.clearable('Url')).toBeNull();
  });

  it('tells a parameter that was not sent from one that is empty', () => {
    const parameters = form('Text=');

    expect(parameters.text('Text')).toBe('');
    expect(parameters.text('Other')).toBeUndefined();
    expect(parameters.clearable('Other')).toBeUndefined();
    expect(parameters.flag('Other')).toBeUndefined();
    expect(parameters.list('Other')).toEqual([]);
  });

  it('reads any availability but true, 1 and yes as false', () => {
    expect(form('Available=1').availability('Available')).toBe(true);
    expect(form('Available=nope').availability('Available')).toBe(false);
  });

  it('names the required parameter that is missing or empty', () => {
    expect(() => form('').requiredText('FriendlyName')).toThrow(
      'Missing required parameter FriendlyName in the post body',
    );
    expect(() => form('FriendlyName=').requiredText('FriendlyName')).toThrow('Missing required parameter');
    expect(() => form('friendlyName=x').requiredText('FriendlyName')).toThrow('Missing required parameter');
  });

  it('refuses what is not of the type', () => {
    expect(() => form('N=1.5').integer('N')).toThrow('N must be a whole number');
    expect(() => form('N=').integer('N')).toThrow('N must be a whole number');
    expect(() => form('F=1').flag('F')).toThrow('F must be true or false');
    expect(() => form('C=fifo').choice('C', ['FIFO', 'LIFO'])).toThrow('C must be one of FIFO, LIFO');
    expect(() => form('D=yesterday').instant('D')).toThrow('D must be an ISO 8601 date');
    expect(() => form('D=2024-13-01').instant('D')).toThrow('D must be an ISO 8601 date');
  });
});
