// The three answers that a question can have.

export const verified = () => ({answer: 'verified', why: ''});

export const failed = error => ({answer: 'failed', why: reasons(error).join('; ') || 'no reason given'});

export const unsupported = why => ({answer: 'unsupported', why});

function reasons(error) {
  if(Array.isArray(error)) {
    return error.flatMap(reasons);
  }
  if(error?.errors) {
    return reasons(error.errors);
  }
  const event = error?.details?.event;
  const more = event ? ` ${event.code} ${JSON.stringify(event.details)}` : '';
  return error ? [`${error.message ?? error}${more}`] : [];
}
