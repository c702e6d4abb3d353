import Commands

AboveboardCommand.main()
