import { startCentre, type Centre } from './centre';
import { Scene } from './scene';
import { startService, type Service } from './service';

/** A fresh centre with the service behind it for each test of a suite. */
export interface Stage {
  centre: Centre;
  service: Service;
  scene: Scene;
}

/** Opens it before each test and closes it afterwards. */
export function openScene(): Stage {
  const stage: Partial<Stage> = {};
  beforeEach(async () => {
    stage.centre = await startCentre();
    stage.service = await startService(stage.centre);
    stage.scene = new Scene(stage.centre, stage.service);
  });
  afterEach(async () => {
    await stage.service?.stop();
    await stage.centre?.stop();
  });
  const need = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('The curtain is down');
    return value;
  };
  return {
    get centre() {
      return need(stage.centre);
    },
    get service() {
      return need(stage.service);
    },
    get scene() {
      return need(stage.scene);
    },
  };
}
