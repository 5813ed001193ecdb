import { useEffect, useState } from 'react';

/** A name that has to be looked up; undefined until it is known. */
export function useName(
  look: (sid: string) => Promise<string | undefined>,
  sid: string | undefined,
): string | undefined {
  const [found, setFound] = useState<{ sid: string; name: string | undefined }>();
  useEffect(() => {
    if (sid === undefined) return;
    let isWanted = true;
    void look(sid).then((name) => {
      if (isWanted) setFound({ sid, name });
    });
    return () => {
      isWanted = false;
    };
  }, [look, sid]);
  return found?.sid === sid ? found?.name : undefined;
}
