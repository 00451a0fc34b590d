/** Whether this is a development build; decided when the portal is built, and read nowhere else. */
export const isDevelopment = process.env.NODE_ENV === 'development';
