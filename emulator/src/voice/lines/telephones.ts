import { keepNewest } from '../../kernel/keepNewest';

/** What the telephone at a number does when it rings. */
export type Habit = 'answers' | 'rings' | 'busy';

/** The telephones of agents and third parties: they pick up at once unless told otherwise. */
export interface Telephones {
  habitOf(number: string): Habit;
  setHabit(number: string, habit: Habit): void;
}

const MAX_NUMBERS = 10_000;

export function createTelephones(): Telephones {
  const habits = new Map<string, Habit>();
  return {
    habitOf: (number) => habits.get(number) ?? 'answers',
    setHabit(number, habit) {
      if (habit === 'answers') habits.delete(number);
      else keepNewest(habits, number, habit, MAX_NUMBERS);
    },
  };
}
