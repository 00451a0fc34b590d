/** The person's menu, by which the buttons that open it name it. */
export const personPanelId = 'person-panel';
