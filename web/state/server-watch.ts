/** Notices within seconds that the server stopped, and that it is back; then everything is asked again. */
import { useEffect, useState } from 'react';
import { api, ApiProblem } from '../api-client.ts';
import { refresh } from './resources.ts';

const CALM_MS = 5000;
const GONE_MS = 1500;

export function useServerWatch(): boolean {
  const [isGone, setIsGone] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let wasGone = false;
    const look = async (): Promise<void> => {
      let gone = false;
      if (!document.hidden) {
        try {
          await api.case();
        } catch (error) {
          gone = error instanceof ApiProblem && error.isGone;
        }
        if (wasGone && !gone) refresh();
        wasGone = gone;
        setIsGone(gone);
      }
      timer = setTimeout(() => void look(), gone ? GONE_MS : CALM_MS);
    };
    timer = setTimeout(() => void look(), CALM_MS);
    return () => clearTimeout(timer);
  }, []);
  return isGone;
}
