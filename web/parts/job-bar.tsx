/** Progress of the long job in the header, with a way to stop it. */
import { Button, ProgressBar } from 'react-aria-components';
import { t } from '../messages/translate.ts';
import { dismissJob, stopJob, useJob } from '../state/jobs.ts';

export function JobBar() {
  const job = useJob();
  if (!job) return null;
  const kind = t(`job.${job.kind}`);
  if (job.state !== 'running') {
    const text =
      job.state === 'failed' ? t('job.failed', { message: job.error?.message ?? '' }) : t(`job.${job.state}`);
    return (
      <div className="job" role="status">
        <span>
          {kind}: {text}
        </span>
        <Button className="button small" onPress={dismissJob}>
          {t('app.close')}
        </Button>
      </div>
    );
  }
  return (
    <div className="job">
      <ProgressBar className="progress" aria-label={kind} value={job.progress * 100}>
        <span className="track">
          <span className="fill" style={{ width: `${job.progress * 100}%` }} />
        </span>
        <span className="muted">{t('job.state', { kind, step: job.step })}</span>
      </ProgressBar>
      <Button className="button small" onPress={stopJob}>
        {t('job.stop')}
      </Button>
    </div>
  );
}
