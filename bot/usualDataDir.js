/** Where everything is remembered, unless `DATA_DIR` says otherwise: beside the program. */
export const usualDataDir = 'data';
