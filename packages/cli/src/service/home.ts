/** Why the files of a database lie elsewhere than in DATA_DIR. */
export const elsewhere = '以 root 运行时，数据库改用系统用户运行，进不了私有的文件夹，所以放在这里；备份时请一并保存'
